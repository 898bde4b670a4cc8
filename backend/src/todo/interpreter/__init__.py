"""Understanding English sentences about tasks, by rule: a sentence and its context become a plan of actions."""
