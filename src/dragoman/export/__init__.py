"""Records in, files out that other tools read unchanged; `formats` lists them."""
