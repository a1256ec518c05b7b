"""From one written form to the other: texts paragraph by paragraph, drafts, and their approval.

The published fields of an entry hold only what an editor has approved. What is on its way there is
kept apart (`initiatives.models.translations`), so that no draft is ever public.
"""
