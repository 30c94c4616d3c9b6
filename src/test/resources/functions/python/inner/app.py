def handler(event, context): return "inner"
