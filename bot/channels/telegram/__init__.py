"""Telegram: one bot account, by long polling or webhooks; only what is stored is acknowledged."""

from __future__ import annotations

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connections import Timing

__all__ = ["TelegramChannel", "Timing"]
