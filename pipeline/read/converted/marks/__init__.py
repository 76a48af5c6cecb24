"""What a program adds to mark up words: signs of Markdown and the like, of quotation, the numbers of links."""
