"""Ctrl-C once and twice, a crash, two programs at once: nothing is lost and nothing is sent by itself."""

import signal
import subprocess

import pytest

from tests.cli.gateways import scripted, with_picture
from tests.cli.running import Done, Proofroom, finish, one_at_a_time


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)


def test_the_first_ctrl_c_sends_nothing_new_and_waits_for_what_was_sent(proofroom: Proofroom) -> None:
    one_at_a_time(proofroom)
    with scripted(with_picture(), holding=True) as gateway:
        options = ("--count", "3", "--json")
        process = proofroom.with_key().start("generate", "a fox", "--gateway", gateway.url, *options)
        gateway.wait_for_a_request()
        press_ctrl_c(process)
        assert process.stderr is not None
        assert "Nothing new is sent" in process.stderr.readline()
        gateway.let_go()
        done = finish(process)
    assert done.code == 1
    assert len(gateway.received) == 1
    states = {job["job"]: (job["state"], job["charge"]) for job in done.objects}
    assert sorted(states.values()) == [("cancelled", "not_charged")] * 2 + [("saved", "charged")]
    assert proofroom("jobs", "--json").objects == []


def test_the_second_ctrl_c_leaves_it_unknown(proofroom: Proofroom) -> None:
    one_at_a_time(proofroom)
    with scripted(with_picture(), holding=True) as gateway:
        options = ("--count", "2", "--json")
        process = proofroom.with_key().start("generate", "a fox", "--gateway", gateway.url, *options)
        gateway.wait_for_a_request()
        press_ctrl_c(process)
        assert process.stderr is not None
        assert "Nothing new is sent" in process.stderr.readline()
        press_ctrl_c(process)
        done = finish(process)
    assert (done.code, done.err) == (1, "")
    states = sorted((job["state"], job["charge"]) for job in done.objects)
    assert states == [("cancelled", "not_charged"), ("unknown", "unknown")]
    assert "¥0.16 unknown, ¥0.00 reserved" in proofroom("ledger").out


def test_ctrl_c_while_the_gateway_can_not_be_reached(proofroom: Proofroom) -> None:
    process = proofroom.with_key().start("generate", "a fox", "--gateway", "http://127.0.0.1:9", "--json")
    wait_for_an_attempt(proofroom)
    press_ctrl_c(process)
    done = finish(process)
    assert done.code == 1
    assert (done.object["state"], done.object["charge"]) == ("cancelled", "not_charged")


def wait_for_an_attempt(proofroom: Proofroom) -> None:
    for _ in range(100):
        if proofroom("ledger", "--json").out.count("not_charged"):
            return
    pytest.fail("no attempt was made")


def test_what_a_crash_left_in_the_queue_is_left_alone(proofroom: Proofroom) -> None:
    one_at_a_time(proofroom)
    run = proofroom.with_key()
    with scripted(with_picture(), holding=True) as gateway:
        crashing = run.start("generate", "before", "--gateway", gateway.url, "--count", "2")
        gateway.wait_for_a_request()
        crashing.kill()
        finish(crashing)
    with scripted(with_picture()) as gateway:
        done = run("generate", "after", "--gateway", gateway.url, "--json")
    assert (done.code, done.object["state"]) == (0, "saved")
    assert len(gateway.received) == 1
    assert "Queued jobs of an earlier run" in done.err
    left = proofroom("jobs", "--json").objects
    assert [(job["state"], job["asks"]) for job in left] == [("unknown", False), ("queued", True)]


def test_two_programs_on_one_library(proofroom: Proofroom) -> None:
    run = proofroom.with_key()
    with scripted(with_picture(), holding=True) as gateway:
        first = run.start("generate", "a fox", "--gateway", gateway.url, "--json")
        gateway.wait_for_a_request()
        second: Done = run("generate", "a fox", "--gateway", gateway.url)
        beside = proofroom("jobs", "--json")
        gateway.let_go()
        assert finish(first).code == 0
    assert (second.code, second.out) == (2, "")
    assert f"process {first.pid}" in second.err
    assert beside.object["state"] == "waiting"
