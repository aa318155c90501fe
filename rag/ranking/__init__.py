"""Which passages and sentences answer a question: telling words, features, weights, and a model that reads.

Knows questions, hits and sentences. Does not know indexes, nor what is written from the sentences.
"""
