package dev.keiyaku.subscription.intake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Everything that anybody says to the log while it is open, at every level, and to it alone. */
final class Overheard implements AutoCloseable {

  private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Map<Logger, Level> levels = new HashMap<>();
  private final List<Appender<ILoggingEvent>> former = new ArrayList<>();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  Overheard() {
    root.iteratorForAppenders().forEachRemaining(former::add);
    former.forEach(root::detachAppender);
    said.setContext(logs);
    said.start();
    root.addAppender(said);
    for (var logger : logs.getLoggerList()) {
      if (logger.getLevel() != null) {
        levels.put(logger, logger.getLevel());
        logger.setLevel(Level.ALL);
      }
    }
  }

  /** Each line whole: message, arguments, context and stack trace. */
  List<String> lines() {
    return List.copyOf(said.list).stream().map(Overheard::line).toList();
  }

  private static String line(ILoggingEvent event) {
    var thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return String.join(
        " ",
        event.getLoggerName(),
        event.getFormattedMessage(),
        event.getMDCPropertyMap().toString(),
        String.valueOf(event.getKeyValuePairs()),
        thrown);
  }

  @Override
  public void close() {
    levels.forEach(Logger::setLevel);
    root.detachAppender(said);
    former.forEach(root::addAppender);
  }
}
