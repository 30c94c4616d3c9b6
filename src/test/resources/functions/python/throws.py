raise LookupError("while loading")
