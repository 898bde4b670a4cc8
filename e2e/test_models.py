"""Who answers: chosen in the settings, said by each answer, and what becomes of a message that the model fails."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dev.application import Application, free_port
from dev.environment import build_frontend
from e2e.account import Account
from e2e.axe import violations
from e2e.contexts import Contexts
from e2e.pages import App, Settings
from e2e.provider import MODEL, Provider

BY_RULES, BY_MODEL = "Answered by Built-in rules", f"Answered by {MODEL}"
OPEN_QUESTION = "how about a few ideas for the weekend"
"""Nothing that the rules are sure of."""
WRONG_KEY = {"fail": 401}


@pytest.fixture(scope="module")
def standin() -> Iterator[Provider]:
    with Provider() as standin:
        yield standin


@pytest.fixture(scope="module")
def with_model(standin: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    data = tmp_path_factory.mktemp("with-model")
    with Application(build_frontend(), free_port(), data, RATE_LIMITS="off", **standin.settings) as application:
        yield application


@pytest.fixture(autouse=True)
def provider(standin: Provider) -> Provider:
    """The stand-in, with no steps and no questions of another test."""
    standin.forget()
    return standin


@pytest.fixture
def app(with_model: Application, contexts: Contexts, account: Account) -> App:
    context = contexts.open(base_url=with_model.url)
    account.register(context)
    return App(context.new_page()).open()


def test_each_answer_says_who_gave_it(app: App) -> None:
    expect(app.conversation.say("add water the ferns")).to_contain_text(BY_RULES)
    expect(app.conversation.say(OPEN_QUESTION)).to_contain_text(BY_MODEL)
    app.reload()
    expect(app.conversation.answers.first).to_contain_text(BY_RULES)
    expect(app.conversation.newest).to_contain_text(BY_MODEL)


def test_the_rules_alone_ask_nobody(app: App, provider: Provider) -> None:
    settings = Settings(app.page).open()
    expect(settings.mode("Automatic")).to_be_checked()
    expect(settings.section("Who answers").get_by_role("group", name="The model")).to_contain_text("It answers.")
    settings.mode("Built-in rules only").check()
    expect(app.notice("Saved")).to_be_visible()
    app.open()
    expect(app.conversation.say(OPEN_QUESTION)).to_contain_text(BY_RULES)
    assert provider.asked == 0

    Settings(app.page).open()
    expect(settings.mode("Built-in rules only")).to_be_checked()
    settings.section("Who answers").get_by_role("button", name="Leave it to the server").click()
    expect(settings.mode("Automatic")).to_be_checked()
    app.open()
    expect(app.conversation.say(OPEN_QUESTION)).to_contain_text(BY_MODEL)


def test_the_use_of_the_day_is_shown(app: App) -> None:
    app.conversation.say(OPEN_QUESTION)
    settings = Settings(app.page).open()
    meter = settings.section("Who answers").get_by_role("meter", name="Tokens used today")
    expect(meter).not_to_have_attribute("aria-valuenow", "0")
    assert violations(app.page) == []


def test_the_rules_answer_what_the_model_fails(app: App, provider: Provider) -> None:
    provider.then(WRONG_KEY)
    answer = app.conversation.say(OPEN_QUESTION)
    expect(answer).to_contain_text("so I answer by my built-in rules")
    expect(answer).to_contain_text(BY_RULES)


def test_a_message_that_the_model_alone_failed_is_said_again(app: App, provider: Provider) -> None:
    settings = Settings(app.page).open()
    settings.mode("Always the model").check()
    expect(app.notice("Saved")).to_be_visible()
    app.open()
    provider.then(WRONG_KEY)
    failed = app.conversation.say(OPEN_QUESTION).get_by_role("alert")
    expect(failed).to_contain_text("The model refused our key. Nothing was changed.")
    expect(failed.get_by_role("link", name="Choose who answers")).to_have_attribute("href", "/settings#who-answers")
    app.reload()
    failed.get_by_role("button", name="Try again").click()
    expect(app.conversation.said).to_have_text([OPEN_QUESTION, OPEN_QUESTION])
    expect(app.conversation.newest).to_contain_text(BY_MODEL)
    expect(failed.get_by_role("button")).to_have_count(0)


def test_without_a_model_it_says_what_to_set(contexts: Contexts, account: Account) -> None:
    context = contexts.open()
    account.register(context)
    section = Settings(context.new_page()).open().section("Who answers")
    expect(section).to_contain_text("COHERE_API_KEY")
    expect(section.get_by_role("radio")).to_have_count(0)
