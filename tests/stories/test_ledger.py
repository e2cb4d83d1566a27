"""The ledger from the top bar: what was made stands in it, leads to its picture, and leaves as a file."""

from tests.stories.conftest import Home, saved


def test_the_ledger_follows_what_is_made_and_leads_to_it(home: Home) -> None:
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.see("Demo gateway", "Button")
        window.see("Today ¥0.00", "Button")
        window.press("Ctrl+L")
        window.see("No attempts yet")
        window.click("Write a prompt", within="Ledger page")
        window.fill("Prompt", "paper boats on a pond")
        window.click("0.5K", "RadioButton")
        window.spend("Generate 1 for ¥0.00 (demo)")
        # It fills while it is looked at.
        window.see("The picture is saved.")
        window.see("Demo")

        # A press leads to the picture, and Escape back to where it came from.
        window.click("The picture is saved.", within="Attempts")
        window.see("Back to the ledger")
        window.press("Escape")
        window.see("Attempts")
        window.press("Escape")
        window.until(lambda: saved(window) == 1, "the gallery")

        window.click("Today ¥0.00", "Button")
        window.see("Attempts")
        # What is looked for is shown in the gallery.
        window.fill("Search", "boats")
        window.until(lambda: saved(window) == 1, "the gallery again")
        window.leave()
