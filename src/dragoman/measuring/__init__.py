"""Gold in, figures out: readers, floors and the gate that holds them."""
