"""Files made beside the event loop: one at a time, so that no two pictures are drawn at once, and nobody else waits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.exports import render
from conversations.replies import Attachment

_THREAD = ThreadPoolExecutor(1, "files")  # apart from the threads that the stores work in


async def made(attachment: Attachment) -> bytes:
    """The bytes of the file. Raises `ExportError` for a kind or form that does not exist."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, render, attachment)
