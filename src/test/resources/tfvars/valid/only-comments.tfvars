# a
// b
/* c
 d */