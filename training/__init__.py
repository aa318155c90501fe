"""How the bundled models are made from named data. Never imported by the library."""
