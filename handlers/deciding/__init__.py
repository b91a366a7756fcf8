"""What waits for somebody's yes or no: /duyet, "đồng ý", "không đồng ý + lý do", "đến 25/11".

A *request* (đề nghị) is put before a *decider* and waits. Each kind of request is one module of this package
that has everything `request.Kind` names, and one place in `registry.KINDS`; `extension` is the model to copy:

- `MARK` is its letter: request 12 of the kind "g" is "#g12" in choices ("/duyet #g12 dong y").
- `UNDERSTOOD` are the verdicts that it takes (`handlers.texts.deciding.waiting.VERDICTS`): "đến 25/11" means
  nothing to a late figure, so those words never reach it.
- `waiting`, `about`, `find` give its requests; `deciders` says who decides, the first being told.
- `letter` shows a request with its choices; `line` and `label` are the request in a list and on a button.
- `decide` carries a verdict out, or asks for what is missing with `Ask(KIND, {"requests": [one.ref], …})`;
  `picked` and `answered` get what is answered to that, as a choice or in words.

From there on /duyet, words without a command, the leader's count in /tinhhinh, the morning's digest and the
ladder know the kind.
"""
