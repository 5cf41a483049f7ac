"""One sitting: which card is next, what was answered, what may be done now. It knows no screen, clock or chance."""
