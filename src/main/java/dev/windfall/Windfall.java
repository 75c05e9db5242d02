package dev.windfall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Windfall {
    public static void main(String[] args) {
        SpringApplication.run(Windfall.class, args);
    }
}
