NAMES = ["Serif"]
