"""What the environment says, read once; refuses unsafe values outside development."""

import re
import secrets
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MIN_SECRET_BYTES = 32  # RFC 7518 section 3.2: an HS256 key is at least as long as the hash


class Settings(BaseSettings):
    """Every setting of the backend. Nothing set is a working laptop: SQLite, offline, a secret of its own making."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    app_env: Literal["development", "production"] = "development"
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    database_pool_size: int = Field(default=8, ge=1, le=64)
    jwt_secret: SecretStr | None = None
    access_token_minutes: int = Field(default=15, ge=1, le=60)
    session_days: int = Field(default=30, ge=1, le=365)
    rate_limits: Literal["on", "off"] = "on"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    max_body_bytes: int = Field(default=1_000_000, ge=10_000)
    trusted_origins: Annotated[tuple[str, ...], NoDecode] = ()
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, Field(description="Names that /mcp answers to")] = ()
    public_url: Annotated[str | None, Field(description="The origin that people open the app at")] = None
    trusted_proxies: Annotated[str, Field(description="Addresses whose X-Forwarded-* headers count")] = "127.0.0.1,::1"
    chat_mode: Literal["auto", "offline", "model"] = "auto"
    cohere_api_key: SecretStr | None = None
    llm_base_url: str | None = None
    llm_api_key: SecretStr | None = Field(default=None, validation_alias=AliasChoices("LLM_API_KEY"))
    llm_model: str | None = None
    llm_timeout_seconds: Annotated[float, Field(ge=1, le=300, description="For one try to get an answer")] = 30
    llm_tokens_per_day: Annotated[int, Field(ge=0, description="The most for one person; 0 is no limit")] = 200_000

    @field_validator("trusted_origins", "allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("allowed_hosts", mode="after")
    @classmethod
    def _names(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        for host in hosts:
            if "/" in host:
                raise ValueError(f"“{host}” is no host name; write it as todo.example.org")
        return hosts

    @field_validator("public_url", mode="after")
    @classmethod
    def _origin(cls, url: str | None) -> str | None:
        if url is None:
            return None
        found = re.fullmatch(r"(https?://[a-z0-9.-]+(?::[0-9]{1,5})?)/?", url.lower())
        if found is None:
            raise ValueError("PUBLIC_URL is an origin, such as https://todo.example.org")
        return found[1]

    @model_validator(mode="after")
    def _refuse_half_a_model(self) -> Self:
        if self.llm_base_url and not self.llm_model:
            raise ValueError("LLM_BASE_URL is set and LLM_MODEL is not: name the model to ask there")
        if self.llm_base_url and not self.llm_base_url.startswith(("http://", "https://")):
            raise ValueError("LLM_BASE_URL is no URL: give one such as http://localhost:11434/v1")
        if self.llm_model and not (self.llm_base_url or self.cohere_api_key):
            raise ValueError("LLM_MODEL is set, but neither COHERE_API_KEY nor LLM_BASE_URL says whose model that is")
        if self.chat_mode == "model" and not (self.llm_base_url or self.cohere_api_key):
            raise ValueError("CHAT_MODE=model needs a model: set COHERE_API_KEY, or LLM_BASE_URL and LLM_MODEL")
        return self

    @model_validator(mode="after")
    def _refuse_unsafe(self) -> Self:
        if self.app_env == "development":
            return self
        if self.jwt_secret is None:
            raise ValueError(
                "JWT_SECRET is not set: give at least 32 random bytes, such as `openssl rand -hex 32` prints"
            )
        if len(self.jwt_secret.get_secret_value().encode()) < MIN_SECRET_BYTES:
            raise ValueError(
                f"JWT_SECRET is too short: {MIN_SECRET_BYTES} bytes or more, such as `openssl rand -hex 32` prints"
            )
        if self.database_url is None:
            raise ValueError("DATABASE_URL is not set: give postgresql://…, or sqlite:////path/todo.db on a volume")
        if self.rate_limits == "off":
            raise ValueError("RATE_LIMITS=off is for development and tests; remove it")
        return self

    def own_origins(self) -> tuple[str, ...]:
        """The origins whose pages are ours, besides the one that a request came to."""
        return self.trusted_origins if self.public_url is None else (*self.trusted_origins, self.public_url)

    def database(self) -> str:
        """The database's URL; the SQLite file `todo.db` in `data_dir` unless one is given."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir.absolute() / 'todo.db'}"

    def signing_secret(self) -> str:
        """The secret that signs access tokens. In development one is made and kept beside the database, mode 0600."""
        if self.jwt_secret is not None:
            return self.jwt_secret.get_secret_value()
        kept = self.data_dir / "jwt-secret"
        if not kept.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_hex(MIN_SECRET_BYTES))
        return kept.read_text().strip()
