"""The API: the published catalogue for other programs, at `/api/v1/`.

`questions` says what may be asked, `schemas` what is answered; `routes` has the operations,
`entries` and `reference` make their answers. `answering` is around every operation: methods,
written form, validators and what other sites may do. What goes wrong is told as `problems`;
`document` is the OpenAPI document.
"""
