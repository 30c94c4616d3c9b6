name    = "ledger"
minutes = "30"
origins = ["https://b.example.com", "https://a.example.com", "https://b.example.com"]
tables = {
  entries = { key = "id", ttl = "gone_at" }
  books   = { key = "isbn", protect = true }
}
