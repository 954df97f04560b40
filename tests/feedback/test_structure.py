"""Which parts of an answer are there, told in the past, in the present and dictated; whose it is; how specific."""

import pytest

from content.model import Slot
from conversations.feedback import Assessment, Ownership
from tests.feedback.conftest import Assess

SITUATION = "In 2021 I worked at a bakery in Leeds with nine shops and about sixty people."
TASK = "My job was to find out why regulars had stopped coming."
ACTION = "I rang forty of them, wrote down what they said and changed the opening hours."
RESULT = "As a result, complaints dropped from thirty a month to four."
REASON = "I chose the phone because nobody reads letters."
REFLECTION = "Looking back, next time I would ask the counter staff first."
WHOLE = f"{SITUATION} {TASK} {ACTION} {RESULT} {REFLECTION}"


def there(said: Assessment) -> set[Slot]:
    return {slot for slot in Slot if said.has(slot)}


def test_a_whole_story_has_all_of_star_and_reflection(assess: Assess) -> None:
    assert there(assess(WHOLE)) >= {Slot.SITUATION, Slot.TASK, Slot.ACTION, Slot.RESULT, Slot.REFLECTION}


@pytest.mark.parametrize(
    ("told", "slot"),
    [(TASK, Slot.TASK), (ACTION, Slot.ACTION), (RESULT, Slot.RESULT),
     (REFLECTION, Slot.REFLECTION)],
)  # fmt: skip
def test_what_is_left_out_makes_its_slot_emptier(assess: Assess, told: str, slot: Slot) -> None:
    without = WHOLE.replace(told, "The weather was nice there and the bread was good.")
    assert assess(without).slots[slot] < assess(WHOLE).slots[slot]


def test_a_story_from_nowhere_has_no_situation(assess: Assess) -> None:
    acts = "I rang them and wrote down what they said, and then I changed it all again and told them about that."
    assert Slot.SITUATION not in there(assess(acts))
    assert Slot.SITUATION in there(assess(f"{SITUATION} {acts}"))


def test_a_reason_adds_to_the_slot(assess: Assess) -> None:
    assert assess(f"{WHOLE} {REASON}").slots[Slot.REASON] > assess(WHOLE).slots[Slot.REASON]


def test_acts_told_in_the_present_are_acts(assess: Assess) -> None:
    now = "Every morning I check the orders. I call the shops that are short. I write the list and I send it to Leeds."
    assert Slot.ACTION in there(assess(now))


def test_a_dictated_story_has_its_parts(assess: Assess) -> None:
    dictated = WHOLE.replace(".", "").replace(",", "").lower()
    assert there(assess(dictated)) >= {Slot.TASK, Slot.ACTION, Slot.RESULT}


def test_what_would_be_done_is_no_act_and_no_result(assess: Assess) -> None:
    imagined = "If I were there I would ring forty of them, I would write it down and complaints would drop to four."
    assert there(assess(f"{imagined} {imagined}")).isdisjoint({Slot.ACTION, Slot.RESULT})


def test_ownership_counts_who_is_said_to_act(assess: Assess) -> None:
    said = assess("I rang them and my boss helped me. We changed our hours, and I'd told us all about it in good time.")
    assert said.ownership == Ownership(i=4, we=3)


def test_specifics_count_numbers_names_and_tools(assess: Assess) -> None:
    said = assess("In May I told Anna about 40 orders, and then I put twelve of them into Salesforce on the same day.")
    assert (said.specifics.numbers, said.specifics.names, said.specifics.tools) == (2, 3, 1)
    vague = assess("some people came and i did a few things for them and then they were all quite happy with it")
    assert (vague.specifics.numbers, vague.specifics.names, vague.specifics.tools) == (0, 0, 0)
