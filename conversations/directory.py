"""Who handles what: every command, every kind of button, and every conversation that can be in the foreground."""

from collections.abc import Callable

from conversations import buttons, history, profile, welcome
from conversations.coaching import (
    assignments,
    auditing,
    board,
    granting,
    inviting,
    moments,
    notices,
    sharing,
    tending,
)
from conversations.coaching.assigning import screens as assigning_screens
from conversations.coaching.assigning import wizard
from conversations.coaching.cohort import showing
from conversations.coaching.responding import screens as responding_screens
from conversations.coaching.responding import writing as responding
from conversations.coaching.reviewing import pressing as reviewing
from conversations.coaching.reviewing import screens as reviewing_screens
from conversations.coaching.reviewing import writing as review_writing
from conversations.interview import answering, choosing, controls, pressing, screens
from conversations.progress import looking
from conversations.study.define import reading
from conversations.study.define import screens as define_screens
from conversations.study.flashcards import pressing as card_pressing
from conversations.study.flashcards import screens as card_screens
from conversations.study.own import pressing as own_pressing
from conversations.study.own import screens as own_screens
from conversations.study.own import writing
from conversations.study.plan import making, starting, today
from conversations.study.plan import screens as plan_screens
from conversations.study.quiz import playing
from conversations.study.quiz import screens as quiz_screens
from conversations.study.reminders import setting
from conversations.study.stories import pressing as story_pressing
from conversations.study.stories import screens as story_screens
from conversations.talk import Talk
from conversations.visit import Replies, Visit

COMMANDS: dict[str, Callable[[Visit, str], Replies]] = {
    "start": welcome.start,
    "practice": choosing.practice,
    "practise": choosing.practice,
    "resume": controls.resume,
    "hint": controls.hint,
    "skip": controls.skip,
    "retry": controls.retry,
    "pause": controls.pause,
    "stop": controls.stop,
    "cancel": controls.cancel,
    "cards": card_pressing.cards,
    "addcard": writing.addcard,
    "mycards": writing.mycards,
    "define": reading.define,
    "quiz": playing.start,
    "plan": making.plan,
    "today": today.today,
    "reminders": setting.reminders,
    "progress": looking.progress,
    "stories": story_pressing.stories,
    "history": history.history,
    "transcript": history.transcript,
    "assignments": assignments.listed,
    "sharing": sharing.sharing,
    "settings": profile.settings,
    "notices": notices.notices,
    "timezone": moments.timezone,
    "id": granting.own_number,
    "privacy": profile.privacy,
    "export": profile.export,
    "forget": profile.forget,
    "help": welcome.help_,
    "invite": inviting.invite,
    "invites": inviting.invites,
    "assign": wizard.assign,
    "board": board.board,
    "cohort": showing.cohort,
    "review": reviewing.review,
    "grant": granting.grant,
    "revoke": granting.revoke,
    "audit": auditing.audit,
}
PRESSED: dict[str, Callable[[Visit, tuple[str, ...]], Replies]] = {
    buttons.INTERVIEW: pressing.pressed,
    buttons.SETTINGS: profile.pressed,
    buttons.HISTORY: history.pressed,
    buttons.HELD: welcome.held_pressed,
    buttons.CARDS: card_pressing.pressed,
    buttons.OWN_CARDS: own_pressing.pressed,
    buttons.DEFINE: reading.pressed,
    buttons.QUIZ: playing.pressed,
    buttons.PLAN: making.pressed,
    buttons.TODAY: starting.pressed,
    buttons.REMINDERS: setting.pressed,
    buttons.SHARING: sharing.pressed,
    buttons.INVITES: inviting.pressed,
    buttons.ASSIGNING: wizard.pressed,
    buttons.ASSIGNMENTS: assignments.pressed,
    buttons.BOARD: tending.pressed,
    buttons.REVIEW: reviewing.pressed,
    buttons.RESPOND: responding.pressed,
    buttons.AUDIT: auditing.pressed,
    buttons.NOTICES: notices.pressed,
    buttons.PROGRESS: looking.pressed,
    buttons.STORIES: story_pressing.pressed,
}


# The conversations that can be in the foreground, by the name that the notebook keeps.
TALKS: dict[str, Talk] = {
    "interview": Talk(answering.said, screens.screen),
    "cards": Talk(card_pressing.said, card_screens.screen, card_pressing.COMMANDS),
    "own cards": Talk(writing.said, own_screens.screen, writing.COMMANDS, writing.delivered),
    "define": Talk(reading.said, define_screens.screen, reading.COMMANDS),
    "quiz": Talk(playing.said, quiz_screens.screen, playing.COMMANDS),
    "plan": Talk(making.said, plan_screens.screen, making.COMMANDS),
    "stories": Talk(story_pressing.said, story_screens.screen, story_pressing.COMMANDS),
    wizard.TALK: Talk(wizard.said, assigning_screens.screen, wizard.COMMANDS),
    reviewing.TALK: Talk(review_writing.said, reviewing_screens.screen, reviewing.COMMANDS),
    responding.TALK: Talk(responding.said, responding_screens.screen, responding.COMMANDS),
}

JUDGING = frozenset({"interview", "cards", "define"})  # the talks that judge what is typed
