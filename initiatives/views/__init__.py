"""The pages. A view guards, chooses, orders and renders; what it shows is decided in the wings."""
