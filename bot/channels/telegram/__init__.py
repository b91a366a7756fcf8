"""Telegram: one bot account, by long polling that acknowledges only what is stored."""

from __future__ import annotations

from bot.channels.telegram.channel import TelegramChannel, Timing

__all__ = ["TelegramChannel", "Timing"]
