package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.Receipts;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

  @Autowired
  void leaveReceipts(CommandBus bus) {
    bus.registerHandlerInterceptor(new ReceiptInterceptor());
  }

  @Bean
  CommandDesk commandDesk(
      CommandGateway gateway,
      Receipts receipts,
      ClaimHolders holders,
      @Value("${keiyaku.commands.at-a-time:256}") int most) {
    return new CommandDesk(gateway, receipts, holders, new Running(most));
  }

  @Bean
  CallArgument callArgument() {
    return new CallArgument();
  }
}
