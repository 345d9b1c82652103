"""From a letter to the platform: the post, pacing, backoff, files, templates."""
