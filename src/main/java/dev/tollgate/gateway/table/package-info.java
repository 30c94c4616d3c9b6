/** DynamoDB tables of a stack in an emulator on this machine, with the items that the stack puts into them. */
@NullMarked
package dev.tollgate.gateway.table;

import org.jspecify.annotations.NullMarked;
