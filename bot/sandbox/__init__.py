"""A strict local Telegram and WhatsApp, with a page of phones, for the demo and the tests.

The demo, the stories, the kill runner and the benchmarks all talk to them over HTTP. They refuse
what the platforms refuse, in their words and codes, and what Tilik never sends besides.
"""
