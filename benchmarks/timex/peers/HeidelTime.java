// Reads lines "date TAB base64 of a text", writes lines "nanoseconds TAB base64 of its TimeML"; one JVM for all texts.
// Arguments: language, path of config.props, part-of-speech tagger (TREETAGGER or NO).
import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.*;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;

public class HeidelTime {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.getLanguageFromString(arguments[0]), DocumentType.NEWS, OutputType.TIMEML, arguments[1],
            POSTagger.valueOf(arguments[2]));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null; ) {
            String[] fields = line.split("\t");
            String text = new String(Base64.getDecoder().decode(fields[1]), StandardCharsets.UTF_8);
            long begun = clock.getCurrentThreadCpuTime();
            String timeml = tagger.process(text, new SimpleDateFormat("yyyy-MM-dd").parse(fields[0]));
            long taken = clock.getCurrentThreadCpuTime() - begun;
            out.println(taken + "\t" + Base64.getEncoder().encodeToString(timeml.getBytes(StandardCharsets.UTF_8)));
            out.flush();
        }
    }
}
