minutes = 1200
labels  = { audited = true, level = 3 }
