"""The to-do chatbot: tasks managed by talking."""
