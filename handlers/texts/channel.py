"""Words that a channel itself needs."""

SHARE_PHONE = "Gửi số điện thoại của tôi"
