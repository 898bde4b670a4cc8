"""create_app: every part made once and handed to those that need it. Wiring only."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from fastapi import Depends, FastAPI

from todo.accounts import credential_endpoints as credentials
from todo.accounts import endpoints as accounts
from todo.accounts.activity import Activity
from todo.accounts.caller_cache import CallerCache
from todo.accounts.credentials import AccessTokens
from todo.accounts.dependencies import BEARER, COOKIE, COOKIE_SCHEME
from todo.accounts.identify import Identifier
from todo.accounts.passwords import Passwords
from todo.accounts.quotas import Quotas
from todo.accounts.service import Accounts
from todo.accounts.sessions import Sessions
from todo.accounts.tokens import PersonalTokens
from todo.accounts.upkeep import Upkeep
from todo.agent import endpoints as chat_endpoints
from todo.agent import model_endpoints
from todo.agent.chat import Chat
from todo.agent.dependencies import wake
from todo.agent.llm.provider import provider_of
from todo.agent.llm.state import ModelState
from todo.agent.starting import ModelParts, Workshop
from todo.allowance.service import Allowance
from todo.conversations import endpoints as conversation_endpoints
from todo.conversations.service import Conversations
from todo.conversations.turns import Turns
from todo.errors import AppError, BodyTooLarge, InvalidRequest, StorageFull, Unavailable
from todo.health import endpoints as health
from todo.health import openapi, problems
from todo.health.body import BodyLimit
from todo.health.metrics import Metrics
from todo.health.proxies import TrustedProxies
from todo.health.readiness import Readiness
from todo.health.requests import Requests
from todo.history import endpoints as history_endpoints
from todo.history.service import History
from todo.history.undo import Undo
from todo.kit.clock import Clock, utc_now
from todo.kit.database import Database
from todo.kit.limits import Limits
from todo.kit.notices import Notices
from todo.kit.problems import documented
from todo.oauth import consent_endpoints
from todo.oauth import endpoints as oauth_endpoints
from todo.oauth.addresses import Site
from todo.oauth.authorization import Authorization
from todo.oauth.clients import Clients
from todo.oauth.connections import Connections
from todo.oauth.grant import ACCESS_PREFIX
from todo.oauth.identities import KIND, by_access_token
from todo.oauth.models import oauth_grants
from todo.oauth.quotas import Quotas as OAuthQuotas
from todo.oauth.tokens import Tokens
from todo.settings import Settings
from todo.tasks import endpoints as task_endpoints
from todo.tasks import list_endpoints
from todo.tasks.finding import TaskFinder
from todo.tasks.lists import Lists
from todo.tasks.restorer import ListRestorer, TaskRestorer
from todo.tasks.service import Tasks
from todo.tasks.trash import Trash
from todo.tools import endpoint as mcp_endpoint
from todo.tools.hosts import Hosts
from todo.tools.transport import Transport

API = (
    task_endpoints.router,
    chat_endpoints.router,
    list_endpoints.router,
    history_endpoints.router,
    conversation_endpoints.router,
    accounts.router,
    credentials.router,
    model_endpoints.router,
    consent_endpoints.router,
    oauth_endpoints.router,
)
"""The routers under /api, the busiest first: a request tries them in this order. Each names its paths in full, which is
how the log and the metrics name them."""


@dataclass(frozen=True, slots=True)
class Services:
    """What endpoints find at `app.state.services`."""

    settings: Settings
    clock: Clock
    database: Database
    notices: Notices
    limits: Limits
    metrics: Metrics
    readiness: Readiness
    identifier: Identifier
    passwords: Passwords
    accounts: Accounts
    sessions: Sessions
    personal_tokens: PersonalTokens
    site: Site
    oauth_quotas: OAuthQuotas
    oauth_clients: Clients
    oauth_tokens: Tokens
    authorization: Authorization
    connections: Connections
    upkeep: Upkeep
    history: History
    undo: Undo
    tasks: Tasks
    lists: Lists
    conversations: Conversations
    turns: Turns
    allowance: Allowance
    model: ModelState | None
    workshop: Workshop
    chat: Chat
    hosts: Hosts
    mcp: Transport


def create_app(settings: Settings, *, clock: Clock = utc_now) -> FastAPI:
    """The application. Nothing is opened before its lifespan begins."""
    services = _services(settings, clock)
    app = FastAPI(
        title="Todo AI Chatbot",
        version=health.VERSION,
        openapi_url="/api/openapi.json",
        docs_url=None,  # their pages load scripts from a CDN
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},
        lifespan=_lifespan,
    )
    app.state.services = services
    app.include_router(health.router)
    for router in API:
        app.include_router(
            router,
            responses=documented(InvalidRequest, BodyTooLarge, AppError, Unavailable, StorageFull),
            dependencies=[Depends(wake)] if router is conversation_endpoints.router else None,
        )
    app.include_router(mcp_endpoint.router)
    openapi.install(app, openapi.Alternative(to=BEARER, name=COOKIE, scheme=COOKIE_SCHEME))
    problems.install(app)
    # The last one added is the first to see a request.
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    app.add_middleware(Requests, metrics=services.metrics)
    app.add_middleware(TrustedProxies, trusted=settings.trusted_proxies)
    return app


def _services(settings: Settings, clock: Clock) -> Services:
    database = Database(settings.database(), pool_size=settings.database_pool_size)
    notices = Notices(database)
    limits = Limits(database, enabled=settings.rate_limits == "on")
    cache = CallerCache(notices)
    tokens = AccessTokens(settings.signing_secret(), timedelta(minutes=settings.access_token_minutes))
    passwords = Passwords()
    sessions = Sessions(database, cache, tokens, clock, timedelta(days=settings.session_days))
    activity = Activity(database, {KIND: oauth_grants})
    oauth_quotas = OAuthQuotas(limits)
    clients = Clients(database, oauth_quotas, clock)
    history = History(database, notices, clock)
    undo = Undo(history, {"task": TaskRestorer(clock), "list": ListRestorer(clock)})
    lists = Lists(database, history)
    connections = Connections(database, cache, lists, clock)
    tasks = Tasks(database, history, lists, clock)
    turns = Turns(database, clock)
    conversations = Conversations(database, history)
    allowance = Allowance(database, clock, settings.llm_tokens_per_day)
    provider = provider_of(settings)
    metrics = Metrics()
    model = ModelState(provider, metrics.model_tried) if provider else None
    timeout = settings.llm_timeout_seconds
    parts = ModelParts(model, allowance, conversations, settings.chat_mode, timeout) if model else None
    finder = TaskFinder(database)
    workshop = Workshop(tasks, finder, undo, turns, parts, clock, health.VERSION)
    return Services(
        settings=settings,
        clock=clock,
        database=database,
        notices=notices,
        limits=limits,
        metrics=metrics,
        readiness=Readiness(database),
        identifier=Identifier(
            database, cache, tokens, activity, clock, settings.own_origins(), {ACCESS_PREFIX: by_access_token}
        ),
        passwords=passwords,
        accounts=Accounts(database, cache, passwords, Quotas(limits), sessions, clock),
        sessions=sessions,
        personal_tokens=PersonalTokens(database, cache, clock, lists),
        site=Site(settings.public_url),
        oauth_quotas=oauth_quotas,
        oauth_clients=clients,
        oauth_tokens=Tokens(database, cache, clients, clock),
        authorization=Authorization(database, lists, clients, oauth_quotas, clock),
        connections=connections,
        upkeep=Upkeep(activity, (sessions, limits, connections, allowance, Trash(database)), clock),
        history=history,
        undo=undo,
        tasks=tasks,
        lists=lists,
        conversations=conversations,
        turns=turns,
        allowance=allowance,
        model=model,
        workshop=workshop,
        chat=Chat(turns, lists, finder, workshop, clock),
        hosts=Hosts(settings.allowed_hosts, settings.own_origins()),
        mcp=Transport(workshop.server, settings.max_body_bytes),
    )


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    if services.database.is_sqlite:  # whose only server this is: what ran before runs no more
        with suppress(AppError):  # /ready says what is wrong with the database
            await services.turns.bury_all()
    async with (
        services.notices.running(),
        services.upkeep.running(),
        services.workshop.running(),
        services.mcp.running(),
    ):
        yield
        await services.chat.close()
    await services.readiness.close()
    services.passwords.close()
    await services.database.close()
