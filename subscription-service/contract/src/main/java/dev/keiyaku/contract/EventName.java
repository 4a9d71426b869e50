package dev.keiyaku.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored, for good. Renaming the class changes nothing stored; a
 * changed shape needs a new revision, an upcaster and an ADR.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

  /** The logical name, such as {@code subscription.suspended}. */
  String value();

  /** The revision of the stored shape, counted from 1. */
  int revision() default 1;
}
