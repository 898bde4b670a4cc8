"""Answers as they arrive: over a line that breaks, stopped half-way, and with the next message already written."""

from playwright.sync_api import expect

from e2e.contexts import Contexts
from e2e.line import Line
from e2e.pages import App

TURN_BEGAN = b"event: turn"


def test_an_answer_goes_on_when_the_network_comes_back(on_line: App, line: Line, contexts: Contexts) -> None:
    app = on_line
    with contexts.outage():
        line.hold(TURN_BEGAN)
        app.conversation.send("add water the ferns")
        line.wait_held()
        app.page.context.set_offline(True)
        line.cut()
        expect(app.page.get_by_text("Connection lost. Trying again")).to_be_visible()
        line.release()
        app.page.context.set_offline(False)
        expect(app.conversation.receipt("Added")).to_contain_text("water the ferns")
        expect(app.conversation.log).to_have_attribute("aria-busy", "false")
    expect(app.conversation.receipt("Added").get_by_role("listitem")).to_have_count(1)
    expect(app.tasks.tick("water the ferns")).to_have_count(1)
    expect(app.conversation.said).to_have_count(1)


def test_a_message_whose_answer_never_began_is_not_done_twice(on_line: App, line: Line, contexts: Contexts) -> None:
    app = on_line
    with contexts.outage():
        line.hold(b"text/event-stream", through=b"")
        app.conversation.send("add water the ferns")
        line.wait_held()
        line.cut()
        line.release()
        expect(app.conversation.receipt("Added")).to_contain_text("water the ferns", timeout=15_000)
        expect(app.conversation.log).to_have_attribute("aria-busy", "false")
    app.reload()
    expect(app.conversation.said).to_have_count(1)
    expect(app.tasks.ticks).to_have_count(1)


def test_what_is_said_offline_is_sent_when_the_network_is_back(app: App, contexts: Contexts) -> None:
    with contexts.outage():
        app.page.context.set_offline(True)
        expect(app.page.get_by_text("Offline – changes will show")).to_be_visible(timeout=15_000)
        app.conversation.send("add water the ferns")
        expect(app.conversation.newest).to_contain_text("Trying again")
        app.page.context.set_offline(False)
        expect(app.tasks.tick("water the ferns")).to_have_count(1)
        expect(app.page.get_by_text("Offline – changes will show")).to_be_hidden()
    expect(app.conversation.said).to_have_count(1)


def test_stop_ends_the_wait(on_line: App, line: Line) -> None:
    app = on_line
    line.hold(TURN_BEGAN)
    app.conversation.send("add water the ferns")
    line.wait_held()
    app.conversation.stop.click()
    expect(app.conversation.stop).to_be_hidden()
    expect(app.conversation.log).to_have_attribute("aria-busy", "false")
    line.release()
    app.conversation.say("add feed the cat")
    expect(app.conversation.receipt("Added")).to_contain_text("feed the cat")


def test_a_second_message_waits_its_turn(on_line: App, line: Line) -> None:
    app = on_line
    line.hold(TURN_BEGAN)
    app.conversation.send("add water the ferns")
    line.wait_held()
    app.conversation.send("add feed the cat")
    app.conversation.send("add a message that is taken back")
    waiting = app.conversation.log.get_by_role("article", name="Waiting")
    expect(waiting).to_have_count(2)
    waiting.last.get_by_role("button", name="Do not send").click()
    line.release()
    app.conversation.answer_to("add feed the cat")
    expect(waiting).to_have_count(0)
    expect(app.conversation.said).to_have_text(["add water the ferns", "add feed the cat"])
    expect(app.tasks.ticks).to_have_count(2)
