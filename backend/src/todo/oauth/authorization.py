"""The authorisation endpoint's part (RFC 6749 section 3.1): a client asks, the person answers, the client gets a code.

Nobody is sent anywhere without having said so: anybody can register a client, so a redirect that needs no click would
send people from our address to any other (RFC 9700 section 4.11.2).
"""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from todo.accounts.credentials import digest, new_secret
from todo.accounts.tokens import ListNames
from todo.errors import Conflict, InvalidRequest, NotFound
from todo.kit.caller import ALL_SCOPES, Caller, Scope
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.oauth import pkce, repository
from todo.oauth.addresses import Addresses
from todo.oauth.clients import Clients
from todo.oauth.grant import CODE_LIFETIME, CODE_PREFIX, Client, Code, Terms
from todo.oauth.quotas import Quotas
from todo.oauth.redirects import matches, with_parameters

MOST = 50
_UNKNOWN = (
    "This app is not registered here, or its registration was forgotten. Nothing was connected. In the app, remove the "
    "connection and add it again."
)
_ELSEWHERE = (
    "The app wants the answer sent to an address that it did not register, so it may not be what it says. Nothing was "
    "connected. Begin again in the app."
)
_WHAT_NOW = "Nothing was connected. Look for a newer version of the app, or tell those who make it."


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of an authorisation request, as they came; those that are missing are empty."""

    client_id: str = ""
    redirect_uri: str = ""
    response_type: str = ""
    response_mode: str = ""
    code_challenge: str = ""
    code_challenge_method: str = ""
    scope: str = ""
    state: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What the person is asked: may `client`, which is at `redirect_uri`, do `scopes`?"""

    client: Client
    redirect_uri: str
    scopes: tuple[Scope, ...]


class Authorization:
    def __init__(self, database: Database, lists: ListNames, clients: Clients, quotas: Quotas, clock: Clock) -> None:
        self._database = database
        self._lists = lists
        self._clients = clients
        self._quotas = quotas
        self._clock = clock

    async def question(self, asked: Asked, site: Addresses) -> Question:
        """What `asked` comes to.

        Raises:
            InvalidRequest: it comes to nothing. Carries the `client_name` and, as `return_to`, the address where the
                client is told so, when it is sure that the client is there.
        """
        client = await self._clients.find(asked.client_id)
        if client is None:
            raise InvalidRequest(_UNKNOWN)
        if not any(matches(registered, asked.redirect_uri) for registered in client.redirect_uris):
            raise InvalidRequest(_ELSEWHERE)
        try:
            return Question(client, asked.redirect_uri, _scopes_of(asked, site))
        except _Refused as refused:
            return_to = _answer(asked, site, error=refused.error, error_description=refused.detail)
            detail = f"{refused.detail} {_WHAT_NOW}"
            raise InvalidRequest(detail, client_name=client.name, return_to=return_to) from None

    async def allow(
        self, caller: Caller, asked: Asked, scopes: frozenset[Scope], list_id: UUID | None, site: Addresses
    ) -> str:
        """The caller's yes to `scopes`, at most those asked for, in one list or in all: where the browser brings the
        client its code.

        Raises:
            InvalidRequest: as `question`, or `scopes` are not of those.
            NotFound: the caller has no such list.
            Conflict: the caller has `MOST` connections already.
            RateLimited
        """
        question = await self.question(asked, site)
        granted = tuple(sorted(scopes))
        if not granted or not scopes <= set(question.scopes):
            raise InvalidRequest("Allow at least one, and nothing but what the app asks for. Load the page again.")
        if list_id is not None and list_id not in await self._lists.names_by_id(caller):
            raise NotFound("You have no such list. Choose one of yours, or all of them.")
        now, secret = self._clock(), new_secret(CODE_PREFIX)
        await self._quotas.consent(caller.user_id, now)
        terms = Terms(caller.user_id, question.client.id, question.redirect_uri, granted, site.resource, list_id)
        code = Code(new_id(), terms, asked.code_challenge, now + CODE_LIFETIME)
        async with self._database.write() as transaction:
            if await repository.count_grants(transaction, caller.user_id) >= MOST:
                raise Conflict(f"You have {MOST} connected apps. Disconnect one in the settings, then try again.")
            await repository.add_code(transaction, code, digest(secret))
        return _answer(asked, site, code=secret)

    async def deny(self, asked: Asked, site: Addresses) -> str:
        """The caller's no: where the browser tells the client. Raises InvalidRequest, as `question`."""
        await self.question(asked, site)
        return _answer(asked, site, error="access_denied", error_description="The person said no.")


class _Refused(Exception):
    """What is told to the client (RFC 6749 section 4.1.2.1), and to the person."""

    def __init__(self, error: str, detail: str) -> None:
        self.error = error
        self.detail = detail


def _scopes_of(asked: Asked, site: Addresses) -> tuple[Scope, ...]:
    """The scopes asked for, or all of them when none was named. Other servers' scopes are left out."""
    if asked.response_type != "code" or asked.response_mode not in ("", "query"):
        raise _Refused("unsupported_response_type", "The app asks for something else than a code.")
    if asked.code_challenge_method != pkce.METHOD or not pkce.is_challenge(asked.code_challenge):
        raise _Refused("invalid_request", "The app does not protect its request by PKCE with the method S256.")
    if asked.resource and not site.is_resource(asked.resource):
        raise _Refused("invalid_target", f"The app asks for access to something else than {site.resource}.")
    named = set(asked.scope.split())
    scopes = ALL_SCOPES & named if named else ALL_SCOPES
    if not scopes:
        raise _Refused("invalid_scope", "The app asks for none of the scopes that there are: read, write.")
    return tuple(sorted(cast("set[Scope]", scopes)))


def _answer(asked: Asked, site: Addresses, **parameters: str) -> str:
    state = {"state": asked.state} if asked.state else {}
    return with_parameters(asked.redirect_uri, parameters | state | {"iss": site.issuer})  # RFC 9207
