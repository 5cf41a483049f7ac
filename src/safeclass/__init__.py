"""SafeClass: a course about deepfake sexual crime, consent, the law, and where to turn."""
