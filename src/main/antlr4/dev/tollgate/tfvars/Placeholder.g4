grammar Placeholder;
file : EOF ;
