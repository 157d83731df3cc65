"""Help for instructors and authors: bring a county of one's own, or take one out to change it."""
