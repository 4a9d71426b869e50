package dev.keiyaku.eventstore.wiring;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * For tokens. A replay's token holds another, by its class name: stock 4.13.0 refuses to read that
 * back (AxonFramework#4160), so a first start on a store that is not empty would never get past it.
 */
final class GeneralSerializer {

  private GeneralSerializer() {}

  static Serializer create() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(mapper ->
            mapper.polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .allowIfSubType("dev.keiyaku.")
                    .build()))
        .build();
  }
}
