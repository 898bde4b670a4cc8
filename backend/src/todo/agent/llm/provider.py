"""Whose model answers: Cohere's by its key alone, or any other behind an OpenAI-compatible endpoint."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from todo.settings import Settings

COHERE_URL = "https://api.cohere.ai/compatibility/v1"
NEWEST_COMMAND = "command-a-plus-05-2026"
_SUCCESSORS = {
    "command": NEWEST_COMMAND,
    "command-r-plus": NEWEST_COMMAND,
    "command-a-plus": NEWEST_COMMAND,
    "command-r": "command-a-03-2025",
    "command-a": "command-a-03-2025",
    "command-r7b": "command-r7b-12-2024",
}
"""Names of families, which Cohere has retired, and the model that each means today (docs.cohere.com, August 2026)."""


@dataclass(frozen=True, slots=True)
class Provider:
    """`name` is for people; `key` is never shown, not even by repr."""

    name: str
    base_url: str
    model: str
    key: str = field(repr=False)
    key_setting: str = "LLM_API_KEY"


def provider_of(settings: Settings) -> Provider | None:
    """The provider that the settings name, or None: then the built-in interpreter answers alone."""
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else ""
    if settings.llm_base_url and settings.llm_model:
        host = urlsplit(settings.llm_base_url).hostname or settings.llm_base_url
        return Provider(host, settings.llm_base_url.rstrip("/"), settings.llm_model, key or "none")
    if settings.cohere_api_key is None:
        return None
    model = settings.llm_model or NEWEST_COMMAND
    key = settings.cohere_api_key.get_secret_value()
    return Provider("Cohere", settings.llm_base_url or COHERE_URL, _SUCCESSORS.get(model, model), key, "COHERE_API_KEY")
