"""What Reprieve needs around its Lambdas; nothing of it is packaged."""
