"""What the operator can say on the command line: one module for each command.

A command's module has `add_parser(subparsers)`, its arguments and help, and `run(args, installation)`, which
returns the exit code.
"""
