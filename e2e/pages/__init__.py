"""The pages of the app as a person perceives them: by role and accessible name."""

from e2e.pages.app import App
from e2e.pages.connect import Connect
from e2e.pages.conversation import Conversation
from e2e.pages.settings import Settings
from e2e.pages.sign_in import SignIn, SignUp
from e2e.pages.task_detail import TaskDetail
from e2e.pages.task_list import TaskList

__all__ = ["App", "Connect", "Conversation", "Settings", "SignIn", "SignUp", "TaskDetail", "TaskList"]
