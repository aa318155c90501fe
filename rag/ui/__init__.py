"""What the page is drawn with: markup, words, style and the Streamlit pieces that ``app.py`` puts together.

Knows: how an answer looks. Does not know: how one is found; it takes values of ``rag.types`` and draws them.
"""
