"""The demo's sample office: its people, their phones, and the weeks before."""
