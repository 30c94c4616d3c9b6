/**
 * Steps of the build that are programs: they run after compilation and are not shipped. They must not know the product:
 * they see compiled classes and the jars of other people.
 */
package dev.tollgate.build;
